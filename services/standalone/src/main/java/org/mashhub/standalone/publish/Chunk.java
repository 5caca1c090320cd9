package org.mashhub.standalone.publish;

import java.util.List;

/**
 * A part of a file that is sent at once.
 *
 * @param body the part, in UTF-8
 * @param lines line of the file on which each record begins, in order
 * @param records line of the part on which each record begins, in order
 */
record Chunk(String body, List<Long> lines, List<Long> records) {

	Chunk {
		lines = List.copyOf(lines);
		records = List.copyOf(records);
	}

	/** Line of the file that a line of the part stands for. */
	long lineOfFile(long lineOfPart) {
		int at = java.util.Collections.binarySearch(this.records, lineOfPart);
		int record = (at >= 0) ? at : Math.max(0, -at - 2);
		return (record < this.lines.size()) ? this.lines.get(record) : lineOfPart;
	}

}
