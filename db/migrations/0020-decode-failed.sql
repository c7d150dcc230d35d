-- decodeFailed: a file that could not be read through a fault here. It is kept, and can be tried again.
alter table recording drop constraint recording_problem_check;
alter table recording add constraint recording_problem_check check
  (problem in ('engineLoading', 'engineAway', 'modelMissing', 'undecodable', 'tooLong', 'noSpeech', 'decodeFailed'));
