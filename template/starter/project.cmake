# Who the library is: all that the build and the packages know of it stands here. The version stands in the header.
set(library_name {{ name }}) # of the C library, its header and swig/{{ name }}.i
set(library_class {{ class }}) # of its functions, in Java and C#
set(library_description "{{ description }}")
set(library_authors "{{ authors }}")
set(library_license MIT) # as SPDX spells it
set(library_homepage https://example.org/{{ name }})
set(library_links "") # what the core links, such as ZLIB::ZLIB, Threads::Threads or m
{%- if not own %}
set(library_version 0.1.0)
{%- endif %}
set(python_package {{ python_package }})
set(java_group {{ group }})
set(java_package {{ java_package }})
set(csharp_namespace {{ namespace }})
set(csharp_package {{ namespace }}.{{ class }}) # its id at NuGet
