/** Tests of the web layer, over real HTTP with the ports replaced. */
@NullMarked
package io.fairlead.app.web;

import org.jspecify.annotations.NullMarked;
