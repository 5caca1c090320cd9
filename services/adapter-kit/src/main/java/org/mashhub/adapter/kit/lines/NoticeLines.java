package org.mashhub.adapter.kit.lines;

import java.io.IOException;
import java.util.Optional;

import org.mashhub.adapter.kit.FieldProblem;

/** The records of a file, one after the other. A bad one never stops the rest. */
public interface NoticeLines {

	/**
	 * Reads the next record.
	 * @return the record, empty at the end of the file
	 * @throws IOException when the file cannot be read on
	 */
	Optional<NoticeLine> next() throws IOException;

	/**
	 * Says of which column of the file a problem is, where the file has columns.
	 * @param problem a problem that names a field of the record
	 * @return the problem in the file's own words
	 */
	default FieldProblem inWordsOfFile(FieldProblem problem) {
		return problem;
	}

}
