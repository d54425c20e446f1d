package io.fairlead.demo;

import io.fairlead.cli.login.Bearer;

/**
 * Somebody of the realm to try with, logged in.
 *
 * @param name in the realm
 * @param actor issuer and subject, as the application told
 */
record LoggedInPerson(String name, String actor, Bearer bearer) {}
