/** Who somebody is at a command line: logins at an identity provider by device flow, kept for later commands. */
@NullMarked
package io.fairlead.cli.login;

import org.jspecify.annotations.NullMarked;
