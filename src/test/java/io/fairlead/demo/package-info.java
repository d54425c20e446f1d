/** Tests of the sample firm. */
@NullMarked
package io.fairlead.demo;

import org.jspecify.annotations.NullMarked;
