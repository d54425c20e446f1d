/** An identity provider to try logins with: Keycloak on loopback, with people and passwords that everybody knows. */
@NullMarked
package io.fairlead.idp;

import org.jspecify.annotations.NullMarked;
