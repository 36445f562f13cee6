// Complete MODEL PROMPT [tell]: the same as complete.c.
using System.Text;
using Example;

bool tell = args.Length > 2;
Llama.LogSet((level, text) =>
{
  if (level == LogLevel.Error)
  {
    Console.Error.Write(text);
  }
});
Llama.BackendLoadAll();
int steps = 0;
using var model = new Model(args[0], new ModelParams { ProgressCallback = _ => ++steps > 0 });
if (tell)
{
  Console.Error.WriteLine($"loaded in {steps} steps");
}

using Vocab vocab = model.GetVocab();
using Context context = model.Context(new ContextParams { NCtx = 256, NBatch = 256, NThreads = 1, NThreadsBatch = 1 });
using Sampler sampler = Sampler.InitGreedy();
int[] tokens = vocab.Tokenize(args[1], true, true);
var text = new List<byte>();
for (int token = tokens[0]; !vocab.IsEog(token);)
{
  context.Decode(tokens);
  token = sampler.Choose(context);
  tokens = [token];
  if (tell)
  {
    Console.Error.WriteLine($"token {token}");
  }

  text.AddRange(vocab.IsEog(token) ? [] : vocab.TokenToPiece(token));
}

Console.WriteLine(args[1] + Encoding.UTF8.GetString([.. text]));
