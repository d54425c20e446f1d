/** What every HTTP endpoint shares: callers and keys, strict JSON, problems, paging, the API's own description. */
@NullMarked
package io.fairlead.app.web;

import org.jspecify.annotations.NullMarked;
