/** Tests of the sandbox ERP, and of the gateway against it. */
@NullMarked
package io.fairlead.sandbox;

import org.jspecify.annotations.NullMarked;
