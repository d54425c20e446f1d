/** Claims on a real database, with nodes whose clocks and heartbeats the tests move by hand. */
@NullMarked
package io.fairlead.app.lease;

import org.jspecify.annotations.NullMarked;
