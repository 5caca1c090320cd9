package org.mashhub.adapter.healthvisiting;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/**
 * A text that is null or a reason for a change of worker in the DfE's SSDA903 return, as
 * valid from April 2023.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "MANAGE|FCONTA|LEFTRL|ORGRST|TSPROC|ABSENC|CHCHAN|PCCHAN|SWDIED|OTHERS")
@ReportAsSingleViolation
@interface ChangeReason {

	String message() default "is not a reason of the SSDA903 list (2023) | Send one of MANAGE, FCONTA, LEFTRL, ORGRST, TSPROC, ABSENC, CHCHAN, PCCHAN, SWDIED, OTHERS.";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
