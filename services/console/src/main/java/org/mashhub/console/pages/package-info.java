/** The pages that MASH officers see. */
@NullMarked
package org.mashhub.console.pages;

import org.jspecify.annotations.NullMarked;
