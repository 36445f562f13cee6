"""How Java spells things."""
