// Refusals of importing (名册导入的拒绝): what stands in the way, and how an officer goes on.
export const refusals = {
  importNotFound: {
    code: "roster.import-not-found",
    status: 404,
    say: "没有找到这次导入。",
    next: "它可能不在您的管理范围内，请从导入记录里重新选择。",
  },
  unionNotFound: {
    code: "roster.union-not-found",
    status: 404,
    say: "没有找到要导入的工会。",
    next: "请选择您管理范围内、正常运行的工会。",
  },
  columnsUnread: {
    code: "roster.columns-missing",
    status: 422,
    say: "还没有认出这些栏目：{titles}。",
    next: "请在“栏目对应”里指定它们各在哪一列，再开始导入。",
  },
  mappingWrong: {
    code: "roster.mapping-wrong",
    status: 422,
    say: "栏目对应不对：{why}。",
    next: "请每个栏目只对应一列，列数和表格一致。",
  },
  alreadyRunning: {
    code: "roster.import-already-running",
    status: 409,
    say: "这次导入{state}，现在不能这样做。",
    next: "请刷新后看最新进度。",
  },
  nothingFaulty: {
    code: "roster.nothing-faulty",
    status: 404,
    say: "这次导入没有错误行。",
    next: "不需要下载错误行。",
  },
  faultyPurposeNeeded: {
    code: "roster.faulty-purpose-needed",
    status: 422,
    say: "这份名册不是您上传的，下载错误行要写明用途。",
    next: "请填写用途（至少 2 个字）；谁下载、做什么用，都会记入查看记录。",
  },
} as const;
