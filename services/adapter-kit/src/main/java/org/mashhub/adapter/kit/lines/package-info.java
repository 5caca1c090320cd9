/**
 * Files of many records, read one by one in constant memory: a record a line (NDJSON), or
 * a table as people and spreadsheets write it (CSV).
 */
@NullMarked
package org.mashhub.adapter.kit.lines;

import org.jspecify.annotations.NullMarked;
