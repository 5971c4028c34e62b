-- 法律援助: a matter is found by the number people quote.
create index legal_aid_matters_number on business.legal_aid_matters (number);
