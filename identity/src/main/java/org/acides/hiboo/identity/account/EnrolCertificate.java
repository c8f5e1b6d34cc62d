package org.acides.hiboo.identity.account;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorName;
import org.acides.hiboo.identity.certificate.ShownCertificate;

record EnrolCertificate(AccountId accountId, ShownCertificate certificate, FactorName name) {}
