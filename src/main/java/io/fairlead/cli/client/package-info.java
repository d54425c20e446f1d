/** The command about clients of the API. */
@NullMarked
package io.fairlead.cli.client;

import org.jspecify.annotations.NullMarked;
