package org.mashhub.adapter.kit;

/**
 * The part of the address space that belongs to one kind of agency: whoever sends there
 * needs the scope {@code publish:<agency>}. Each adapter contributes one bean.
 *
 * @param agency code of the kind of agency, for example {@code police}
 * @param pathPrefix where its endpoints begin, for example {@code /police}
 */
public record AgencyEndpoints(String agency, String pathPrefix) {

	/**
	 * The authority that a token needs.
	 * @return Spring Security's name of the scope
	 */
	String authority() {
		return "SCOPE_publish:" + this.agency;
	}

	boolean contains(String path) {
		return path.startsWith(this.pathPrefix + "/");
	}

}
