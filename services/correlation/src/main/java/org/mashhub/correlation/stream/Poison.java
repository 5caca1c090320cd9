package org.mashhub.correlation.stream;

import org.mashhub.messaging.UndecodableRecordException;

/** Says why a record could not be processed without telling what it holds. */
final class Poison {

	private Poison() {
	}

	/**
	 * The kind of failure and where it was; a message could hold what an agency recorded.
	 */
	static String reason(RuntimeException cause) {
		if (cause instanceof UndecodableRecordException) {
			return String.valueOf(cause.getMessage());
		}
		for (StackTraceElement element : cause.getStackTrace()) {
			if (element.getClassName().startsWith("org.mashhub")) {
				return cause.getClass().getSimpleName() + " at " + element.getFileName() + ":"
						+ element.getLineNumber();
			}
		}
		return cause.getClass().getSimpleName() + " at an unknown place";
	}

}
