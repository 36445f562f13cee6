import csv
import os

import pytest

import {{ python_package }}

with open(os.environ["VECTORS"], encoding="utf-8") as file:
    VECTORS = [{name: int(cell) for name, cell in row.items()} for row in csv.DictReader(file)]


@pytest.mark.parametrize("row", VECTORS)
def test_agrees_with_every_vector(row):
    *arguments, result = row.values()
    assert {{ python_package }}.{{ python_function }}(*arguments) == result
{%- if parameters %}


def test_refuses_what_is_no_number():
    with pytest.raises(TypeError):
        {{ python_package }}.{{ python_function }}({% for p in parameters %}"7"{{ ", " if not loop.last }}{% endfor %})
{%- endif %}
