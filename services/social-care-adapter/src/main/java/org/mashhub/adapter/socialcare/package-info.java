/**
 * The social care adapter: referrals, statuses, lead professionals and closures, in the
 * field names of the Standard Safeguarding Dataset and the codes of the DfE's Children in
 * Need census.
 */
@NullMarked
package org.mashhub.adapter.socialcare;

import org.jspecify.annotations.NullMarked;
