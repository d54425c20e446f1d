/** Recognises callers by what the identity provider signed, before anything of a request is read. */
@NullMarked
package io.fairlead.app.web.identity;

import org.jspecify.annotations.NullMarked;
