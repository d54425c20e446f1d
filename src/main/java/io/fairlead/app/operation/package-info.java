/** What was done with roles that are given past the identity provider. */
@NullMarked
package io.fairlead.app.operation;

import org.jspecify.annotations.NullMarked;
