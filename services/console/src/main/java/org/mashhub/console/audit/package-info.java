/** Who looked at what: a trail that cannot be altered unnoticed. */
@NullMarked
package org.mashhub.console.audit;

import org.jspecify.annotations.NullMarked;
