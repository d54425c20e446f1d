/** Logins of other people's programs. */
@NullMarked
package io.fairlead.cli.account;

import org.jspecify.annotations.NullMarked;
