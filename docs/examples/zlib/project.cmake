# Who the library is. There is no core/: zlib is the system's.
set(library_name zlib)
set(library_class Zlib)
set(library_description "zlib, which compresses and checks bytes")
set(library_authors "The authors of the binding")
set(library_license Zlib)
set(library_homepage https://zlib.net)
set(library_links ZLIB::ZLIB)
set(library_version 0.1.0)
set(python_package zlib_native) # `import zlib` is Python's own
set(java_group org.example)
set(java_package org.example.zlib)
set(csharp_namespace Example)
set(csharp_package Example.Zlib)
