package org.mashhub.adapter.kit;

import org.mashhub.event.common.v1.HandlingCode;

/**
 * How an agency's records may be shared where they do not say themselves.
 *
 * @param lawfulBasis UK GDPR article and condition of the Data Protection Act 2018
 * @param handling who may see the content
 */
public record SharingDefaults(String lawfulBasis, HandlingCode handling) {

}
