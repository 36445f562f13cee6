import {{ python_package }}

print("{{ call }} is", {{ python_package }}.{{ python_call }})
