%module ordinary

%inline %{
int successor(int number) { return number + 1; }
%}
