/** Which parts the application consists of and what each is given; one configuration class per concern. */
@NullMarked
package io.fairlead.app.wiring;

import org.jspecify.annotations.NullMarked;
