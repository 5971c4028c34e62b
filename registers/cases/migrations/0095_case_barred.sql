-- 回避转出: a task also goes on because everybody at its seat is kept from it.

alter table business.case_hand_overs drop constraint case_hand_overs_how_check;
alter table business.case_hand_overs add constraint case_hand_overs_how_check
  check (how in ('left', 'barred', 'ordered', 'shared', 'returned'));
comment on column business.case_hand_overs.how is 'left: the holder is gone and the house did it; barred: all at the seat are kept from it and the house did it; ordered: a desk was handed over; shared: work was shared out; returned: that was taken back';
