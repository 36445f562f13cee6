/* complete MODEL PROMPT [tell]: llama.cpp continues the prompt with the likeliest tokens, and may tell what it did. */
#include <ggml-backend.h>
#include <inttypes.h>
#include <llama.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { MAX_TOKENS = 256, MAX_PIECE = 64 };

static void show_errors(enum ggml_log_level level, const char *text, void *user_data) {
    (void)user_data;
    if (level == GGML_LOG_LEVEL_ERROR)
        fputs(text, stderr);
}

static bool count_steps(float progress, void *user_data) {
    (void)progress; /* 0 to 1 */
    ++*(int *)user_data;
    return true; /* false would stop it */
}

static bool complete(struct llama_context *context, const struct llama_vocab *vocab, const char *prompt, bool tell) {
    llama_token tokens[MAX_TOKENS];
    int32_t count = llama_tokenize(vocab, prompt, (int32_t)strlen(prompt), tokens, MAX_TOKENS, true, true);
    struct llama_sampler *sampler = llama_sampler_init_greedy();
    printf("%s", prompt);
    while (count > 0 && llama_decode(context, llama_batch_get_one(tokens, count)) == 0) {
        char piece[MAX_PIECE];
        tokens[0] = llama_sampler_sample(sampler, context, -1);
        count = llama_vocab_is_eog(vocab, tokens[0]) ? 0 : 1;
        const int32_t length = count ? llama_token_to_piece(vocab, tokens[0], piece, sizeof piece, 0, false) : 0;
        printf("%.*s", (int)length, piece);
        if (tell)
            fprintf(stderr, "token %" PRId32 "\n", tokens[0]);
    }
    puts("");
    llama_sampler_free(sampler);
    return count == 0;
}

int main(int argc, char **argv) {
    const bool tell = argc > 3;
    if (argc < 3)
        return 2;
    llama_log_set(show_errors, NULL);
    ggml_backend_load_all();
    int steps = 0;
    struct llama_model_params model_params = llama_model_default_params();
    model_params.progress_callback = count_steps;
    model_params.progress_callback_user_data = &steps;
    struct llama_model *model = llama_model_load_from_file(argv[1], model_params);
    if (!model)
        return 1; /* the log has said why */
    if (tell)
        fprintf(stderr, "loaded in %d steps\n", steps);
    struct llama_context_params context_params = llama_context_default_params();
    context_params.n_threads = 1;
    context_params.n_threads_batch = 1;
    struct llama_context *context = llama_init_from_model(model, context_params);
    const bool completed = context && complete(context, llama_model_get_vocab(model), argv[2], tell);
    llama_free(context); /* before the model, which it uses */
    llama_model_free(model);
    return completed ? 0 : 1;
}
