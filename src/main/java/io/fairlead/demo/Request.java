package io.fairlead.demo;

import java.util.Map;

/**
 * One command of the story, the same in each playing.
 *
 * @param actor who acts
 * @param path of the HTTP API
 * @param key unique within the story; made to an idempotency key
 * @param body depends on seed and size alone
 */
record Request(String actor, String path, String key, Map<String, Object> body) {}
