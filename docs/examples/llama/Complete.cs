// Complete MODEL PROMPT [tell]: the same as complete.c.
using System.Text;
using Example;

bool tell = args.Length > 2;
Llama.Start();
int steps = 0;
using var model = new Model(args[0], share => ++steps > 0);
if (tell)
{
  Console.Error.WriteLine($"loaded in {steps} steps");
}

using Vocab vocab = model.GetVocab();
using Context context = model.Context(256, 1);
using Sampler sampler = Sampler.InitGreedy();
int[] tokens = vocab.Tokenize(args[1], true, true);
var text = new List<byte>();
for (int token = tokens[0]; !vocab.IsEog(token);)
{
  context.Decode(tokens, null);
  token = sampler.Choose(context);
  tokens = [token];
  if (tell)
  {
    Console.Error.WriteLine($"token {token}");
  }

  text.AddRange(vocab.IsEog(token) ? [] : vocab.Piece(token));
}

Console.WriteLine(args[1] + Encoding.UTF8.GetString([.. text]));
