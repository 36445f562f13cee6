/* What takes several calls in llama.h, as one that can cross; and calls that would end the process, with what they ask
 * first. */
#ifndef LLAMA_MORE_H
#define LLAMA_MORE_H
#include <llama.h>
#include <string.h>

/** 0, or why nothing was computed. */
typedef int32_t llama_status;

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

/** Computes what comes after the tokens. */
static inline llama_status llama_context_decode(struct llama_context *context, const llama_token *tokens,
                                                int32_t count) {
    const bool fits = (uint32_t)count <= llama_n_batch(context); /* more than that ends the process */
    return fits ? llama_decode(context, llama_batch_get_one((llama_token *)tokens, count)) : -2;
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
