@NullMarked
package org.mashhub.console.decisions;

import org.jspecify.annotations.NullMarked;
