import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.example.llama.Context;
import org.example.llama.ContextParams;
import org.example.llama.Llama;
import org.example.llama.LogLevel;
import org.example.llama.Model;
import org.example.llama.ModelParams;
import org.example.llama.Sampler;
import org.example.llama.Vocab;

/** Complete MODEL PROMPT [tell]: the same as complete.c. */
class Complete {
  public static void main(String[] arguments) {
    boolean tell = arguments.length > 2;
    Llama.logSet((level, text) -> {
      if (level == LogLevel.ERROR) System.err.print(text);
    });
    Llama.backendLoadAll();
    int[] steps = {0};
    try (Model model = new Model(arguments[0], new ModelParams().progressCallback(share -> ++steps[0] > 0))) {
      if (tell) {
        System.err.println("loaded in " + steps[0] + " steps");
      }
      System.out.println(complete(model, arguments[1], tell));
    }
  }

  private static String complete(Model model, String prompt, boolean tell) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (Vocab vocab = model.getVocab();
        Context context = model.context(new ContextParams().nCtx(256).nBatch(256).nThreads(1).nThreadsBatch(1));
        Sampler sampler = Sampler.initGreedy()) {
      int[] tokens = vocab.tokenize(prompt, true, true);
      int token = tokens[0];
      while (!vocab.isEog(token)) {
        context.decode(tokens);
        token = sampler.choose(context);
        tokens = new int[] {token};
        if (tell) {
          System.err.println("token " + token);
        }
        text.writeBytes(vocab.isEog(token) ? new byte[0] : vocab.tokenToPiece(token));
      }
    }
    return prompt + text.toString(StandardCharsets.UTF_8);
  }
}
