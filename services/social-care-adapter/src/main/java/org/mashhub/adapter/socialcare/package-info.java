/**
 * The social care adapter: a child's way through the service, and how those around the
 * child work together, in the field names of the Standard Safeguarding Dataset and the
 * codes of the DfE's Children in Need census.
 */
@NullMarked
package org.mashhub.adapter.socialcare;

import org.jspecify.annotations.NullMarked;
