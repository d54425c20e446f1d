package io.fairlead.guard;

import org.jspecify.annotations.Nullable;

/**
 * Why a request may not come in.
 *
 * @param status HTTP status: 400, 403 or 421; of bodies 408, 413 or 503
 * @param code stable code
 * @param field the header or parameter at fault; null when it is the path or the body
 * @param reason what is wrong
 * @param remedy what to do
 */
public record GuardRefusal(
        int status, String code, @Nullable String field, String reason, String remedy) {}
