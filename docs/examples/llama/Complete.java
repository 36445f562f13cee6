import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.example.llama.Context;
import org.example.llama.Llama;
import org.example.llama.Model;
import org.example.llama.Sampler;
import org.example.llama.Vocab;

/** Complete MODEL PROMPT [tell]: the same as complete.c. */
class Complete {
  public static void main(String[] arguments) {
    boolean tell = arguments.length > 2;
    Llama.start();
    int[] steps = {0};
    try (Model model = new Model(arguments[0], share -> ++steps[0] > 0)) {
      if (tell) {
        System.err.println("loaded in " + steps[0] + " steps");
      }
      System.out.println(complete(model, arguments[1], tell));
    }
  }

  private static String complete(Model model, String prompt, boolean tell) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (Vocab vocab = model.getVocab();
        Context context = model.context(256, 1);
        Sampler sampler = Sampler.initGreedy()) {
      int[] tokens = vocab.tokenize(prompt, true, true);
      int token = tokens[0];
      while (!vocab.isEog(token)) {
        context.decode(tokens, null);
        token = sampler.choose(context);
        tokens = new int[] {token};
        if (tell) {
          System.err.println("token " + token);
        }
        text.writeBytes(vocab.isEog(token) ? new byte[0] : vocab.piece(token));
      }
    }
    return prompt + text.toString(StandardCharsets.UTF_8);
  }
}
