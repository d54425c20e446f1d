/** Tests of the topic publisher on a real broker. */
@NullMarked
package io.fairlead.gateway.topics;

import org.jspecify.annotations.NullMarked;
