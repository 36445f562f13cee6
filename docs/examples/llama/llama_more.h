/* What takes several calls in llama.h, as one that can cross; and calls that would end the process, with what they ask
 * first. */
#ifndef LLAMA_MORE_H
#define LLAMA_MORE_H
#include <ggml-backend.h>
#include <llama.h>
#include <stdio.h>
#include <string.h>

/** 0, or why nothing was computed. */
typedef int32_t llama_status;

static inline void llama_more_show_errors(enum ggml_log_level level, const char *text, void *user_data) {
    (void)user_data;
    if (level == GGML_LOG_LEVEL_ERROR)
        fputs(text, stderr);
}

/** Finds the part of the library that fits the processor, in its own folder or in the current one. Logs errors only. */
static inline void llama_start(void) {
    llama_log_set(llama_more_show_errors, NULL);
    ggml_backend_load_all();
}

/** Loads a model from a file. If progress returns false, it is given up. */
static inline struct llama_model *llama_model_load(const char *path, llama_progress_callback progress,
                                                   void *user_data) {
    struct llama_model_params params = llama_model_default_params();
    params.progress_callback = progress;
    params.progress_callback_user_data = user_data;
    return llama_model_load_from_file(path, params);
}

/** A vocabulary is a part of its model: there is nothing to free. */
static inline void llama_vocab_forget(struct llama_vocab *vocab) { (void)vocab; }

/** The text of a token, which may be a part of a character. */
static inline int32_t llama_vocab_piece(const struct llama_vocab *vocab, llama_token token, char *buffer,
                                        int32_t size) {
    const bool known =
        token >= 0 && token < llama_vocab_n_tokens(vocab); /* else an exception of C++ ends the process */
    return known ? llama_token_to_piece(vocab, token, buffer, size, 0, false) : 0;
}

/** Makes a context for at least so many tokens, which computes with so many threads. */
static inline struct llama_context *llama_model_context(struct llama_model *model, uint32_t size, int32_t threads) {
    struct llama_context_params params = llama_context_default_params();
    params.n_ctx = size;
    params.n_batch = size;
    params.n_threads = threads;
    params.n_threads_batch = threads;
    return llama_init_from_model(model, params);
}

/** Computes what comes after the tokens. If abort returns true, that is given up. */
static inline llama_status llama_context_decode(struct llama_context *context, const llama_token *tokens, int32_t count,
                                                bool (*abort)(void *user_data), void *user_data) {
    if ((uint32_t)count > llama_n_batch(context))
        return -2; /* more than that ends the process */
    llama_set_abort_callback(context, abort, user_data);
    const llama_status status = llama_decode(context, llama_batch_get_one((llama_token *)tokens, count));
    llama_set_abort_callback(context, NULL, NULL);
    return status;
}

static inline const char *llama_more_failure(llama_status status) {
    switch (status) {
    case 1:
        return "no room for so many tokens";
    case 2:
        return "aborted";
    case -1:
        return "no such tokens";
    case -2:
        return "more tokens at once than the context was made for";
    case -3:
        return "only a chain takes other samplers, and not itself";
    default:
        return "the tokens cannot be computed; the log says why";
    }
}

/** The samplers of a chain choose in turn; the last must be one that decides. */
static inline llama_status llama_sampler_add(struct llama_sampler *chain, struct llama_sampler *sampler) {
    if (chain == sampler || strcmp(llama_sampler_name(chain), "chain") != 0)
        return -3; /* the library takes anything for a chain */
    llama_sampler_chain_add(chain, sampler);
    return 0;
}

/** The next token, chosen by the logits of the last one; negative where there are none. */
static inline llama_token llama_sampler_choose(struct llama_sampler *sampler, struct llama_context *context) {
    const bool empty = strcmp(llama_sampler_name(sampler), "chain") == 0 && llama_sampler_chain_n(sampler) == 0;
    const bool computed = !empty && llama_get_logits_ith(context, -1); /* else the process ends */
    return computed ? llama_sampler_sample(sampler, context, -1) : -1;
}
#endif
