# Who the library is: the one place where its names stand; its version stands in the header. The build includes this first.
set(library_name square)        # of the C library, its header, swig/NAME.i, and by default the packages
set(library_class SquareMath)   # of the free functions, in Java and C#
set(library_description "Squares of 32-bit integers, computed in C")
set(library_authors "The square authors")
set(library_license MIT)        # SPDX
set(library_homepage https://example.org/square)
set(library_links "")           # what the core links, e.g. ZLIB::ZLIB Threads::Threads m
set(library_throws OFF)         # whether it is in C++ and lets exceptions out, which then become those of each language
set(python_package square)
set(java_group org.example)
set(java_package org.example.square)
set(csharp_namespace Example)
set(csharp_package Example.Square)   # NuGet id = assembly name
