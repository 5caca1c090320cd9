/** Pages for MASH officers and the JSON API behind them. */
@NullMarked
package org.mashhub.console;

import org.jspecify.annotations.NullMarked;
