/** Firms that are played over the public HTTP API alone: the sample firm, one that bills in every way, a month's end. */
@NullMarked
package io.fairlead.demo;

import org.jspecify.annotations.NullMarked;
