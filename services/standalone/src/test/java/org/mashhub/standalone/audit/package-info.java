/** Tests of the audit. */
@NullMarked
package org.mashhub.standalone.audit;

import org.jspecify.annotations.NullMarked;
