import {{ java_package }}.{{ class }};

class Hello {
  public static void main(String[] arguments) {
    System.out.println("{{ call }} is " + {{ class }}.{{ java_call }});
  }
}
