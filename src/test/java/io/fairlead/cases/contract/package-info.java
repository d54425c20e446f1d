/** The API as its description has it: the committed file, and a client that is generated from it. */
@NullMarked
package io.fairlead.cases.contract;

import org.jspecify.annotations.NullMarked;
