#include <{{ name }}.h>
#include <iostream>

int main() { std::cout << "{{ call }} is " << {{ call }} << "\n"; }
