@NullMarked
package io.fairlead.cli.login;

import org.jspecify.annotations.NullMarked;
