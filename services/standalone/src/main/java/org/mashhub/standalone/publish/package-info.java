/** Files of records, sent to the adapters as an agency's own system would. */
@NullMarked
package org.mashhub.standalone.publish;

import org.jspecify.annotations.NullMarked;
